namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>A copy of samples/DesktopLogin, driven by the commands that its developer would use.</summary>
sealed class DesktopLogin(string folder)
{
    public Task<CommandResult> BuildAsync() => Command.RunAsync(folder, "dotnet", "build", "-v", "q");

    /// <summary>Starts a login up to its authorization request, which waits for a browser.</summary>
    public async Task<Login> StartLoginAsync(AuthorizationServer server)
    {
        var program = Path.Combine(folder, "bin", "Debug", "net10.0", "DesktopLogin.dll");
        var command = Command.Start(folder, "dotnet", program, server.Issuer, server.ClientId, "--no-browser");
        return new Login(command, await command.WaitForLineAsync("http"));
    }
}
