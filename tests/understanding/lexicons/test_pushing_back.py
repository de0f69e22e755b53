"""Pushing back in each language by families of words; and answers with the same words, which are none."""

from __future__ import annotations

from datetime import date

import pytest

from cuebook.understanding.line import Line
from cuebook.understanding.objections import objections

SAID = {
    "nb": """
        why_asking: hvorfor i all verden spør du om hva vi betaler
        why_asking: har det noe å si hvor mange vi er?
        sales_call: så du ringer for å få solgt noe
        how_got_number: dette nummeret er hemmelig
        how_got_number: har dere kjøpt en liste med nummer eller
        is_recorded: spiller dere inn samtaler
        is_recorded: jeg vil ikke at det blir gjort opptak
        is_robot: høres ut som du leser opp fra et ark
        too_many: hvor lang tid tar dette
        too_many: blir det lenge til vi er ferdige
        not_interested: ellers takk
        gatekeeper: hva dreier det seg om
        gatekeeper: han tar ikke imot salgstelefoner
        call_later: kom tilbake om et halvt år
        think_about_it: jeg gir lyd hvis vi vil gå videre
        no_budget: det er trange tider
        too_expensive: er ikke det litt i dyreste laget
        have_vendor: det er et firma som tar det for oss
        in_house: it-avdelingen vår fikser det
        in_house: det tar vi oss av på huset
        no_need: vi skriver jo nesten ikke ut lenger
        not_now: vi har mer enn nok å stri med
        not_now: dårlig timing for oss
        bad_history: aldri mer
        bad_history: det var bortkasta penger sist
        running_contract: kommer oss ikke ut av kontrakten
        running_contract: fornyet nå i januar
        wrong_person: jeg har byttet stilling
        ask_purchasing: det må du ta med innkjøp
        ask_purchasing: ring heller til de på innkjøp
        do_not_call: jeg vil ikke bli kontaktet flere ganger
        hostile: kyss meg i ræva
        """,
    "sv": """
        why_asking: spelar det nån roll vad vi betalar
        why_asking: och det frågar du för att?
        sales_call: det här är reklam va
        how_got_number: har ni köpt nån lista eller
        how_got_number: hur kommer det sig att du har mitt direktnummer
        is_recorded: jag vill inte bli inspelad
        is_robot: är det en sån där ai
        is_robot: du läser ju innantill
        too_many: vad du frågar
        too_many: blir det många fler
        already_told: det berättade jag för din kollega
        already_told: det stod i mejlet jag skickade
        asks_price: säg bara vad det kostar
        gatekeeper: har ni bokat nåt med honom
        gatekeeper: han tar inte emot säljsamtal
        think_about_it: jag hör av mig om vi vill gå vidare
        no_budget: det är tufft ekonomiskt nu
        no_budget: det finns inte en krona kvar
        too_expensive: oj, saftigt pris
        too_expensive: vi har fått en mycket bättre offert
        have_vendor: det är en firma som sköter det åt oss
        have_vendor: där är vi redan täckta
        in_house: vår it-avdelning fixar det
        in_house: vi har snickrat ihop nåt eget
        not_now: vi har så mycket annat
        bad_history: det var bortkastade pengar
        running_contract: vi kommer inte ur kontraktet
        running_contract: vi förnyade i januari
        wrong_person: det är inte mitt bord
        wrong_person: jag har bytt tjänst
        not_decision_maker: det är chefen som tar såna beslut
        not_decision_maker: det avgörs på huvudkontoret
        consult: jag kan inte säga ja på egen hand
        ask_purchasing: det är vår inköpare du ska prata med
        hostile: ni är bedragare hela bunten
        hostile: kyss mig i arslet
        """,
    "pl": """
        why_asking: co panu do tego ile płacimy
        sales_call: chce mi pan coś wcisnąć tak
        sales_call: pan jest handlowcem?
        how_got_number: kupiliście gdzieś bazę czy co
        how_got_number: a skąd pan wie jak się nazywam
        is_robot: brzmi pan jakby czytał z kartki
        is_robot: to jakieś nagranie jest
        too_many: dużo jeszcze tych pytań
        too_many: kolejne pytanie, bez przesady
        confidential: nie podam panu naszych kwot
        confidential: nie będę się z tego spowiadał
        already_told: wszystko napisałem w mailu
        already_told: jak już wspomniałem mamy dwanaście aut
        asks_price: macie jakiś cennik
        no_time: nie w porę pan dzwoni
        gatekeeper: nie łączymy z zarządem
        send_email: poproszę o jakiegoś pdfa
        too_expensive: o kurczę, niezła cena
        in_house: drukarki są nasze, kupione
        in_house: nie zlecamy tego na zewnątrz
        trust: nie kupuję przez telefon
        running_contract: jesteśmy związani umową
        running_contract: w styczniu przedłużyliśmy
        wrong_person: to nie do mnie
        wrong_person: zmieniłem stanowisko
        consult: sam nie podejmę decyzji
        ask_purchasing: proszę się kontaktować z zakupami
        ask_purchasing: mamy kupca od takich spraw
        """,
    "bg": """
        sales_call: пак ли някоя оферта по телефона
        sales_call: това телефонна продажба ли е
        how_got_number: никому не съм давал този номер
        how_got_number: да не сте купили база с телефони
        is_recorded: запис ли правите
        is_recorded: слушат ли ни и други хора
        is_robot: сякаш четете от лист
        is_robot: да не е автоматично обаждане
        too_many: колко още ще продължи това
        too_many: много питате
        already_told: всичко го писах в имейла
        already_told: обяснявах го вече
        no_time: имам хора при мен
        gatekeeper: не свързваме с управителя
        gatekeeper: относно какво е
        call_later: да го оставим за друг път
        think_about_it: ще помислим и ще се обадим
        too_expensive: двойно повече от сега
        too_expensive: соли ми се
        in_house: направихме си програма
        in_house: машините са си наши
        bad_history: никога повече
        bad_history: хвърлени пари
        running_contract: подновихме през януари
        running_contract: остава ни една година по договора
        wrong_person: не е към мен
        wrong_person: смених си длъжността
        not_decision_maker: зависи от управителния съвет
        consult: сам не мога да реша
        consult: трябва да го съгласувам със счетоводството
        ask_purchasing: това е за отдел доставки
        ask_purchasing: говорете с нашия снабдител
        hostile: измамници такива
        hostile: гледай си работата бе идиот
        """,
    "fa": """
        why_asking: بودجه ما چه اهمیتی برای شما داره
        sales_call: زنگ زدین چیزی بهم بندازین
        how_got_number: لیست شماره خریدین؟
        who_are_you: از کدوم شرکت تماس می‌گیرین
        who_are_you: ببخشید اسمتون رو نشنیدم
        is_recorded: کسی داره به حرفامون گوش می‌کنه
        is_robot: انگار دارین از رو کاغذ می‌خونین
        is_robot: این صدای ضبط شده‌ست
        too_many: خیلی طول می‌کشه
        confidential: این مسائل داخلی شرکته
        already_told: همونطور که گفتم دوازده تا ماشین داریم
        gatekeeper: در چه موردی تماس گرفتین
        gatekeeper: امرتون
        no_budget: خرج‌ها رو متوقف کردیم
        too_expensive: دو برابر پولیه که الان میدیم
        have_vendor: یه بنده خدایی هست این کارو می‌کنه
        have_vendor: طرف قرارداد داریم
        in_house: دستگاه‌ها مال خودمونه
        no_need: شرکت ما کوچیکه برای این چیزا
        no_need: تقریبا چیزی پرینت نمی‌گیریم
        bad_history: دیگه هرگز
        bad_history: مشتری شما بودیم خدماتتون بد بود
        trust: تلفنی خرید نمی‌کنم
        trust: نمی‌شناسمتون
        running_contract: تمدید کردیم همین دی ماه
        running_contract: اجاره دستگاه تا تابستون ادامه داره
        wrong_person: دیگه اینجا کار نمی‌کنه
        wrong_person: من مسئولش نیستم
        not_decision_maker: دفتر مرکزی تعیین می‌کنه
        not_decision_maker: همه چی با خانممه
        consult: تنهایی نمی‌تونم تصمیم بگیرم
        consult: بدون شریکم نمی‌تونم جواب بدم
        ask_purchasing: خرید با بخش بازرگانیه
        ask_purchasing: این کارا با مسئول خریده
        do_not_call: نمی‌خوام دیگه باهام تماس بگیرین
        hostile: زهر مار
        """,
}

ORDINARY = {
    "nb": """
        det ville spart oss for mye tid
        det er billigere enn det vi betaler i dag
        mailen min er jo@acme.no
        """,
    "sv": """
        avtalet är okej
        chefen har redan sagt ja
        priset är inte så viktigt
        vi får många klagomål via mejl
        budgetåret börjar i juli
        det är billigare än det vi betalar idag
        vi testade det och det funkade jättebra
        hur lång tid tar det att sätta upp
        min mejl är jo@acme.se
        """,
    "pl": """
        proszę przysłać umowę, podpiszę
        szef już się zgodził
        cena nie jest najważniejsza
        umówmy się na wtorek
        wtorek o dziesiątej pasuje
        zarząd zatwierdził to w maju
        to taniej niż płacimy teraz
        ile trwa wdrożenie
        mój mail to jo@acme.pl
        najpierw idzie to do prawników
        """,
    "bg": """
        пратете договора, ще го подпиша
        цената не е най-важното
        получаваме много оплаквания по имейла
        да се уговорим за вторник
        бордът го одобри през май
        това е по-евтино отколкото плащаме сега
        бих искал да го видя на живо
        колко време отнема внедряването
        имейлът ми е jo@acme.bg
        от пет години сме с тях, но обслужването се влоши
        """,
    "fa": """
        قرارداد مشکلی نداره
        قرارداد رو بفرستین امضا می‌کنم
        تامین کننده‌مون مدام بدقولی می‌کنه
        ماهی سه میلیون برامون هزینه داره
        قیمت مناسبیه
        ارزونتر از چیزیه که الان میدیم
        همین الان لازمش داریم
        امتحان کردیم عالی بود
        راه‌اندازیش چقدر طول می‌کشه
        """,
}


def rows(blocks: dict[str, str]) -> list[tuple[str, str]]:
    return [(language, row.strip()) for language, block in blocks.items() for row in block.strip().splitlines()]


def heard(text: str, language: str) -> list[str]:
    return [one.id for one in objections(Line(text, language, date(2026, 11, 21)))]


@pytest.mark.parametrize(("language", "row"), rows(SAID))
def test_an_objection_is_heard_first_by_any_word_of_its_family(language: str, row: str) -> None:
    objection, _, text = row.partition(": ")
    assert heard(text, language)[:1] == [objection]


@pytest.mark.parametrize(("language", "text"), rows(ORDINARY))
def test_an_answer_with_the_words_of_an_objection_is_none(language: str, text: str) -> None:
    assert heard(text, language) == []
