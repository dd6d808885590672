/** An error that ends a command: printed as it is, with this exit code (1: some input was bad, 2: called wrongly). */
export class CliError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 2, options?: ErrorOptions) {
    super(message, options);
    this.name = "CliError";
    this.exitCode = exitCode;
  }
}
