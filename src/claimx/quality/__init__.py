"""How good the rows are, measured against gold: the gate, its floors, the causes of errors and calibration."""
