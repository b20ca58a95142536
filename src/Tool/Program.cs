using PkceAnalyzers.Tool;

return await CommandLine.RunAsync(args);
