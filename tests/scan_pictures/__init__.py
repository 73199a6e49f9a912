"""Makes pictures with QR codes, the same ones each time: screens, and what a camera sees."""
