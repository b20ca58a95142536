namespace PkceAnalyzers.Tests.SettingsFiles;

/// <summary>A test of what is found in a settings file.</summary>
static class SettingsFileTest
{
    public static Task VerifyAsync(string json, string path = "/app/appsettings.json", string? config = null)
    {
        var test = new PkceTest { TestCode = "class Program;" };
        test.TestState.AdditionalFiles.Add((path, json));
        if (config is not null)
            test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\n" + config));
        return test.RunAsync();
    }
}
