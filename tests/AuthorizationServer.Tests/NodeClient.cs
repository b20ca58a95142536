using PkceAnalyzers.AuthorizationServerTests;

[assembly: AssemblyFixture(typeof(NodeClient))]

namespace PkceAnalyzers.AuthorizationServerTests;

/// <summary>The programs of <c>client/</c>, which use other implementations of PKCE than ours.</summary>
public sealed class NodeClient : IAsyncLifetime
{
    static readonly string Folder = Path.Combine(Repository.Root, "tests", "AuthorizationServer.Tests", "client");

    // Once per lock file: what is installed carries a copy of the lock file it was installed from.
    public async ValueTask InitializeAsync()
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

    /// <summary>Runs a program to its end and returns its output.</summary>
    public async Task<string> RunAsync(string program, params IEnumerable<string> arguments)
    {
        var result = await Command.RunAsync(Folder, "node", arguments.Prepend(program));
        return result.Succeeded().Output.Trim();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
