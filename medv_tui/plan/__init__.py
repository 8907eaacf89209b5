"""What a plan may say: frozen models, the settings registry, columns of host facts."""
