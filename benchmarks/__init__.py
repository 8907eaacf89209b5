"""What is promised and can be measured, each as a module to run."""
