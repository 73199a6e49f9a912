"""How the desktop does what differs from system to system, through Qt."""
