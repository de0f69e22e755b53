"""Swedish push-backs, some of them misspelt, or with plain letters: which one it is, and what is none."""

from __future__ import annotations

from datetime import date

import pytest

from cuebook.understanding.read import read
from cuebook.understanding.reading import Reading

TODAY = date(2026, 11, 21)


def said(text: str, expecting: str | None = None) -> Reading:
    return read(text, "sv", today=TODAY, expecting=expecting)


# What is said, by the objection that it is first taken for; some of it misspelt, or with plain letters.
OBJECTIONS = {
    "why_asking": """
        Varför undrar du det?
        Varfor fragar du det?
        Vad har du med det att göra?
        Vad ska ni ha det till?
        Varför behöver ni veta det?
        vad e poängen med den frågan
        Vad spelar det för roll?
        Vart vill du komma?
        Jag förstår inte varför du frågar
        Förklara först varför du vill veta
        Vad är syftet med samtalet?
    """,
    "how_got_number": """
        Hur fick du tag på mitt nummer?
        Var har ni fått mitt nummer ifrån?
        Hur har du fatt mitt numer?
        Vem gav dig det här numret?
        Varifrån har ni mina uppgifter?
        Var kommer mina uppgifter ifrån
    """,
    "who_are_you": """
        Vem är du?
        Vilka är ni då?
        Vem pratar jag med?
        Vad sa du att du hette?
        Var ringer du ifrån?
        vilket foretag ringer du från?
        Jag hörde inte vad företaget hette
    """,
    "no_time": """
        Jag har inte tid just nu
        jag har inte tid
        Jag sitter i möte
        jag sitter i mote
        hinner inte prata nu
        Jag är på väg in i ett möte
        Har fullt upp idag
        Du ringer lite olägligt
        Jag kör bil
        Det är jättestressigt här just nu
        Fatta dig kort
        Du får en minut
        Jag är väldigt upptagen
        vi har mycket att göra just nu
        Har inte tid med sånt här
    """,
    "not_interested": """
        Vi är inte intresserade
        inte intreserade
        Nej tack
        Nej tack, det är bra
        Det är inget för oss
        Tack men nej tack
        Vi tackar nej
        Vi har inget intresse av det
        jag är ointresserad
        Det är inte aktuellt
        Vi köper inget på telefon
        Vi har fullt
        Passar på den
        Jag vill inte köpa nåt
    """,
    "send_email": """
        Skicka ett mejl
        Kan du inte skicka lite information?
        Maila mig istället
        Skicka över nån broschyr så kollar jag
        Ta det på mejl
        Skicka en offert
        Jag vill ha det skriftligt
        har ni en hemsida jag kan titta på?
        skika ett mail
        Släng iväg ett mejl så tittar jag på det
    """,
    "think_about_it": """
        Jag måste fundera på det
        Vi behöver tänka på saken
        Får jag sova på saken?
        jag maste tanka pa saken
        Vi vill jämföra några alternativ först
        Jag återkommer om det blir aktuellt
        Vi kan inte ta ett beslut idag
        Låt mig smälta det
        vi får se
        Det är ett stort beslut
    """,
    "not_now": """
        Inte just nu
        Det är inget vi prioriterar
        Det ligger inte högst upp på listan
        Vi avvaktar lite
        Kanske nästa år
        Det är för tidigt
        Vi har andra prioriteringar just nu
        inget vi prioriterar i ar
        Dålig tajming
        Vi är mitt uppe i en omorganisation
        Det är inte läge för det nu
        Vi skjuter på det till hösten
    """,
    "no_budget": """
        Vi har ingen budget för det
        Det finns inga pengar
        Vi har inte råd
        vi har inte rad med det
        Budgeten är redan spikad
        Vi har köpstopp
        Pengarna är slut för i år
        Vi måste spara
        Vi har inte budgeterat för det
        det är tajt med ekonomin, ingen buget för sånt
    """,
    "too_expensive": """
        Det är för dyrt
        Det var dyrt
        Alldeles för dyrt för oss
        ni är för dyra
        Kan ni inte sänka priset?
        Vi hittar det billigare någon annanstans
        Det är över vår budget
        Det är inte värt pengarna
        det är skitdyrt
        for dyrt
        priset är för högt
        Rena rånet
    """,
    "have_vendor": """
        Vi har redan en leverantör
        Vi har redan avtal med en annan
        Vi är nöjda med det vi har
        Det funkar bra
        Vi jobbar redan med ett annat företag
        vi anvander redan en annan leverantor
        Vi har ingen anledning att byta
        Vi har nyss bytt system
        Vår nuvarande leverantör sköter det
        Vi kör Canon
        Nöjda med nuvarande lösning
        vi har folk som gör det åt oss
    """,
    "not_decision_maker": """
        Det är inte jag som bestämmer
        Det bestämmer min chef
        Jag är inte rätt person
        Jag har inget mandat
        Jag fattar inte de besluten
        det ar inte jag som bestammer
        Jag jobbar bara här
        Beslutet tas högre upp
        Det är inte mitt beslut
        Det måste min chef godkänna
    """,
    "trust": """
        Hur vet jag att jag kan lita på er?
        Jag har aldrig hört talas om er
        Det låter för bra för att vara sant
        Är det här nån bluff?
        Har ni några referenser?
        Varför ska jag välja er?
        Vad är haken?
        jag litar inte pa er
        Så säger alla
        Kan ni garantera det?
    """,
    "do_not_call": """
        Ring inte mer
        Ring aldrig hit igen
        Ta bort mig från listan
        Sluta ringa hit
        Radera mitt nummer
        Vi är nix-registrerade
        Jag vill inte bli uppringd
        ring inte hit mer
        sluta ring mej
        Lämna mig i fred
        Vi vill inte ha några fler samtal från er
    """,
    "sales_call": """
        Är du telefonförsäljare?
        Är det här ett säljsamtal?
        Försöker du sälja något?
    """,
    "is_recorded": """
        Spelas det här samtalet in?
        Spelar ni in det här?
    """,
    "is_robot": """
        Är du en robot?
        Pratar jag med en riktig människa?
    """,
    "too_many": """
        Hur många frågor till?
        Är det här ett förhör?
        Det var många frågor
        Är vi klara snart?
    """,
    "confidential": """
        Det är konfidentiellt
        Det vill jag inte gå in på
        Sånt lämnar vi inte ut
        Det är hemligt
        Det har du inte med att göra
    """,
    "already_told": """
        Det har jag redan sagt
        Jag pratade med din kollega förra veckan
        Ni har redan ringt om det här
        som jag sa tidigare
    """,
    "gatekeeper": """
        Vad gäller saken?
        Han sitter i möte
        Jag kan inte koppla dig vidare
        Hon är inte inne idag
        Kan jag ta ett meddelande?
    """,
    "call_later": """
        Ring nästa vecka
        Kan du återkomma om en månad?
        Hör av dig efter sommaren
        ring tillbaka imorgon
        Kan vi höras en annan dag?
        ring igen senare
        Det passar bättre på fredag
    """,
    "asks_price": """
        Vad kostar det?
        Hur mycket kostar det?
        Vad ligger ni på i pris?
        Vad tar ni för det?
        Kan jag få en prisuppgift?
    """,
    "no_need": """
        Vi behöver inget
        Vi har inget behov av det
        Vi klarar oss utan
        Vi är för små för det
        vad ska vi med det till
    """,
    "running_contract": """
        Vi är bundna till 2028
        Vi sitter i ett avtal
        Avtalet löper till mars
        Vi har precis skrivit ett treårsavtal
        vi har bindningstid kvar
    """,
    "in_house": """
        Vi gör det själva
        Vi har egen personal för det
        Det sköts internt
        Vi har en egen IT-avdelning
    """,
    "consult": """
        Jag måste prata med min fru
        Jag behöver stämma av med ledningen
        Det måste jag ta med styrelsen
        jag maste kolla med min chef forst
        Vi bestämmer det tillsammans
    """,
    "bad_history": """
        Vi har testat det förut och det funkade inte
        Vi har dåliga erfarenheter
        Vi blev lurade förra gången
        Vi har bränt oss förut
    """,
    "ask_purchasing": """
        Du får prata med inköp
        Det sköter inköpsavdelningen
        Alla inköp går via huvudkontoret
    """,
    "wrong_person": """
        Du har kommit fel
        Fel nummer
        Han har slutat här
        Jag jobbar inte kvar där
    """,
    "hostile": """
        Dra åt helvete
        Håll käften
        Jävla idiot
        Skaffa dig ett riktigt jobb
    """,
}


def rows(block: str) -> list[str]:
    return [row.strip() for row in block.strip().splitlines()]


@pytest.mark.parametrize(
    ("meant", "text"), [(meant, row) for meant, block in OBJECTIONS.items() for row in rows(block)]
)
def test_an_objection_is_taken_for_what_it_is(meant: str, text: str) -> None:
    assert [heard.id for heard in said(text).objections][:1] == [meant]


@pytest.mark.parametrize(
    "text",
    rows(
        """
        Vi har fyrtio skrivare
        Ja, det låter bra
        Det är jag som bestämmer
        Vi betalar 500 kronor i månaden
        Kopiatorn krånglar varje vecka
        Vi är tio anställda
        Min kollega heter Anna
        Det tar för lång tid att skriva ut
        Hej, det är Erik
        Vi har en budget på 50 000
        Vi vill komma igång i mars
        Ja gärna
        Vi slösar tid på pappersstopp
        Gamla maskinen är dyr i drift
        Det ska vara klart före jul
        Ja, vi behöver en ny
        Vi har problem med skrivaren
        Anna på ekonomi skriver under
        Vi är inte nöjda med det vi har
        """
    ),
)
def test_what_is_no_objection_is_taken_for_none(text: str) -> None:
    assert said(text).objections == ()
