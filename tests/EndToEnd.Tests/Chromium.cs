namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>The browser of this machine, which a Linux machine gets from its distribution where it has none and this may install it.</summary>
static class Chromium
{
    static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

    /// <summary>The path of its program.</summary>
    public static async Task<string> FindAsync()
    {
        if (Find() is { } present)
            return present;
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || Find("apt-get") is null)
            throw new InvalidOperationException("These tests need Chromium (or Chrome or Edge) on the PATH: install it, or run them once as root on Debian.");

        (await InstallAsync("update")).Succeeded();
        (await InstallAsync("install", "--yes", "--no-install-recommends", "chromium")).Succeeded();
        return Find() ?? throw new InvalidOperationException("The package chromium was installed, and chromium is still not on the PATH.");
    }

    // Nobody is there to answer a package's questions.
    static Task<CommandResult> InstallAsync(params IEnumerable<string> arguments) =>
        Command.RunAsync(Repository.Root, "env", ["DEBIAN_FRONTEND=noninteractive", "apt-get", .. arguments]);

    static string? Find() => Names.Select(Find).FirstOrDefault(path => path is not null);

    static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{program}.exe" : program))
        .FirstOrDefault(File.Exists);
}
