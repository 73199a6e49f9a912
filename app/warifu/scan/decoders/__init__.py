"""Programs of others that read QR codes, each behind one interface."""
