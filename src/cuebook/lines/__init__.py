"""The front ends without a screen: plain lines for people and screen readers, JSON lines for programs."""
