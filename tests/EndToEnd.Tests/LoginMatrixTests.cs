using System.Web;

namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>Programs that build their requests, and carry something from one to the other, each in its own way: a server that requires PKCE
/// refuses them, and once repaired by <c>dotnet format analyzers</c> they log in.</summary>
public sealed class LoginMatrixTests(AuthorizationServer server, Programs programs) : IClassFixture<Programs>
{
    const string Refusal = "Authorization Server policy requires PKCE to be used for this request";

    static readonly (string Project, string Name)[] OfDesktops =
    [
        ("Desktop", "console"), ("Desktop", "view-model"), ("Desktop", "string-format"), ("Desktop", "string-builder"), ("Desktop", "uri-builder"),
        ("Desktop", "flurl"), ("Desktop", "rest-sharp"), ("Desktop", "hosted-service"), ("LibraryHost", "library"),
    ];

    static readonly (string Project, string Name)[] OfWebs =
        [("Web", "mvc"), ("Web", "service"), ("Web", "page"), ("Web", "handler"), ("Web", "derived"), ("Session", "session"), ("Api", "api")];

    public static TheoryData<string, string> Desktops => [.. OfDesktops];

    public static TheoryData<string, string> Webs => [.. OfWebs];

    public static TheoryData<string, string, Helper> RepairedDesktops => [.. OfDesktops.SelectMany(WithHelpers)];

    public static TheoryData<string, string, Helper> RepairedWebs => [.. OfWebs.SelectMany(WithHelpers)];

    [Theory, MemberData(nameof(Desktops))]
    public async Task Desktop_program_is_refused_as_it_is(string project, string name)
    {
        await using var login = await StartAsync(programs.Faulty, project, name);

        var result = await login.CompleteAsync(await login.AuthorizeAsync());

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(Refusal, result.Error);
    }

    [Theory, MemberData(nameof(RepairedDesktops))]
    public async Task Desktop_program_logs_in_once_repaired(string project, string name, Helper helper)
    {
        await using var login = await StartAsync(programs.Repaired(helper), project, name);
        var redirect = await login.AuthorizeAsync();
        var code = HttpUtility.ParseQueryString(redirect.Query)["code"];
        Assert.True(code is not null, $"The authorization response has no code: {redirect}");

        var result = (await login.CompleteAsync(redirect)).Succeeded();

        Assert.Contains("Logged in: received an access token", result.Output);
    }

    [Theory, MemberData(nameof(Webs))]
    public async Task Web_program_is_refused_as_it_is(string project, string name)
    {
        await using var program = await WebProgram.StartAsync(programs.Faulty, project, server);
        using var userAgent = new UserAgent();

        var redirect = await userAgent.AuthorizeAsync(await userAgent.StartAsync(program.LoginPage(name)));

        Assert.Equal(Refusal, HttpUtility.ParseQueryString(redirect.Query)["error_description"]);
    }

    [Theory, MemberData(nameof(RepairedWebs))]
    public async Task Two_users_log_in_at_once_at_a_repaired_web_program(string project, string name, Helper helper)
    {
        await using var program = await WebProgram.StartAsync(programs.Repaired(helper), project, server);
        using UserAgent first = new(), second = new();
        var firstRequest = await first.StartAsync(program.LoginPage(name));
        var secondRequest = await second.StartAsync(program.LoginPage(name));
        Assert.NotEqual(ChallengeOf(firstRequest), ChallengeOf(secondRequest));
        var firstRedirect = await first.AuthorizeAsync(firstRequest);
        var secondRedirect = await second.AuthorizeAsync(secondRequest);

        Assert.Contains("Logged in", await first.OpenAsync(firstRedirect));
        Assert.Contains("Logged in", await second.OpenAsync(secondRedirect));
    }

    [Theory]
    [InlineData("Web", "mvc")]
    [InlineData("Web", "handler")]
    [InlineData("Session", "session")]
    [InlineData("Api", "api")]
    public async Task Two_users_log_in_at_once_in_a_real_browser(string project, string name)
    {
        var chromium = await Chromium.FindAsync();
        await using var program = await WebProgram.StartAsync(programs.Repaired(Helper.InFile), project, server);

        var result = await Command.RunAsync(AuthorizationServer.Folder, "node", "browser.js", chromium, program.LoginPage(name));

        Assert.Equal(["Logged in", "Logged in"], result.Succeeded().Lines);
    }

    [Fact]
    public void Programs_that_reference_the_Runtime_call_it()
    {
        var repaired = programs.Repaired(Helper.Runtime);

        Assert.All(
            ["Desktop/ConsoleLogin.cs", "Desktop/LoginViewModel.cs", "Library/OAuthClient.cs", "Web/MvcController.cs", "Web/ServiceController.cs", "Web/Pages/Login.cshtml.cs"],
            path => Assert.Contains("ProofKey.Create()", repaired.Read(path)));
    }

    static IEnumerable<(string, string, Helper)> WithHelpers((string Project, string Name) program)
    {
        yield return (program.Project, program.Name, Helper.InFile);
        if (program.Project is "Desktop" or "LibraryHost" or "Web")
            yield return (program.Project, program.Name, Helper.Runtime);
    }

    static string? ChallengeOf(string authorizationUrl) => HttpUtility.ParseQueryString(new Uri(authorizationUrl).Query)["code_challenge"];

    async Task<Login> StartAsync(ProgramTree tree, string project, string name)
    {
        var command = tree.Start(project, server.Issuer, server.ClientId, name);
        return new Login(command, await command.WaitForLineAsync("http"));
    }
}
