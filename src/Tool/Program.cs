using PkceAnalyzers.Tool;
using PkceAnalyzers.Tool.Commands;

using var interruption = new Interruption();
return await CommandLine.RunAsync(args, interruption.Token);
