namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>The programs of Node that these tests run, and the packages that those use.</summary>
static class NodePackages
{
    public static readonly string Folder = Path.Combine(Repository.Root, "tests", "EndToEnd.Tests", "server");

    // Once per lock file: what is installed carries a copy of the lock file it was installed from.
    public static async Task InstallAsync()
    {
        var wanted = await File.ReadAllTextAsync(Path.Combine(Folder, "package-lock.json"));
        var installed = Path.Combine(Folder, "node_modules", ".installed-lock.json");
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed) == wanted)
            return;

        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var result = await Command.RunAsync(Folder, npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        result.Succeeded();
        await File.WriteAllTextAsync(installed, wanted);
    }
}
