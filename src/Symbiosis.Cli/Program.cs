using System.Text;
using Symbiosis.Cli;

// Without a byte order mark: the plan's JSON is read by other programs.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return (int)CliApplication.Run(args, CliEnvironment.OfProcess());
