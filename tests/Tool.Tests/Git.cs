namespace PkceAnalyzers.Tool.Tests;

/// <summary>git, in a folder of a test.</summary>
static class Git
{
    public static async Task<string> RunAsync(TemporaryFolder folder, params IEnumerable<string> arguments) =>
        (await Command.RunAsync(folder.Path, "git",
            ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main", .. arguments])).Succeeded().Output;
}
