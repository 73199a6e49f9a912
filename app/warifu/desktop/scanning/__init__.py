"""QR codes: read from wherever they are, and shown to other devices."""
