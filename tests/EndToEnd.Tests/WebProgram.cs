namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>A running web program at a port of its own.</summary>
sealed class WebProgram(Command command, string address) : IAsyncDisposable
{
    const string Listening = "      Now listening on: ";

    /// <summary>A client of one server, which knows an attacker's server beside it.</summary>
    public static Task<WebProgram> StartAsync(ProgramTree programs, string project, AuthorizationServer server, AttackersProvider attacker) =>
        StartAsync(programs, project, "--issuer", server.Issuer, "--client", AuthorizationServer.WebClientId, "--other", attacker.Issuer);

    public static async Task<WebProgram> StartAsync(ProgramTree programs, string project, params string[] arguments)
    {
        var command = programs.Start(project, ["--urls", "http://127.0.0.1:0", .. arguments]);
        return new WebProgram(command, (await command.WaitForLineAsync(Listening))[Listening.Length..].Trim());
    }

    public string Address => address;

    /// <summary>The address of the page where a login begins.</summary>
    public Uri LoginPage(string name) => new($"{address}/{name}");

    public ValueTask DisposeAsync() => command.DisposeAsync();
}
