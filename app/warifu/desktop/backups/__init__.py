"""The pages about backups: how they stand, what each holds, and the way back from one."""
