using System.Web;

namespace PkceAnalyzers.EndToEnd.Tests;

/// <summary>Programs that build their requests, and carry something from one to the other, each in its own way: a server that requires PKCE
/// refuses them, and once repaired by <c>dotnet format analyzers</c> they log in.</summary>
[Collection(ProgramsCollection.Name)]
public sealed class LoginMatrixTests(AuthorizationServer server, Programs programs)
{
    const string Refusal = "Authorization Server policy requires PKCE to be used for this request";

    public static TheoryData<string, string> Desktops => [.. Matrix.Desktops];

    public static TheoryData<string, string> Webs => [.. Matrix.Webs];

    public static TheoryData<string, string, Helper> RepairedDesktops => [.. Matrix.Repaired(Matrix.Desktops)];

    public static TheoryData<string, string, Helper> RepairedWebs => [.. Matrix.Repaired(Matrix.Webs)];

    [Theory, MemberData(nameof(Desktops))]
    public async Task Desktop_program_is_refused_as_it_is(string project, string name)
    {
        await using var login = await StartAsync(programs.Faulty, project, name);

        var result = await login.CompleteAsync(await login.AuthorizeAsync());

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(Refusal, result.Error);
    }

    [Theory, MemberData(nameof(RepairedDesktops))]
    public async Task Desktop_program_logs_in_once_repaired_and_a_thief_of_its_redirect_does_not(string project, string name, Helper helper)
    {
        await using var login = await StartAsync(programs.Repaired(helper), project, name);
        var redirect = await login.AuthorizeAsync();
        var code = HttpUtility.ParseQueryString(redirect.Query)["code"];
        Assert.True(code is not null, $"The authorization response has no code: {redirect}");

        var theft = await server.RequestTokensAsync(code, redirect.GetLeftPart(UriPartial.Path));
        var result = (await login.CompleteAsync(redirect)).Succeeded();

        theft.AssertRefused("code_verifier must be provided");
        Assert.Contains("Logged in: received an access token", result.Output);
    }

    [Theory, MemberData(nameof(Webs))]
    public async Task Web_program_is_refused_as_it_is(string project, string name)
    {
        var program = await programs.RunAsync(programs.Faulty, project);
        using var userAgent = new UserAgent();

        var redirect = await userAgent.AuthorizeAsync(await userAgent.StartAsync(program.LoginPage(name)));

        Assert.Equal(Refusal, HttpUtility.ParseQueryString(redirect.Query)["error_description"]);
    }

    [Theory, MemberData(nameof(RepairedWebs))]
    public async Task Two_users_log_in_at_once_at_a_repaired_web_program(string project, string name, Helper helper)
    {
        var login = new WebLogin(await programs.RunAsync(programs.Repaired(helper), project), name);

        var (first, second) = await login.LogInTwoUsersAsync();

        Assert.True(first.LoggedIn, $"{first}");
        Assert.True(second.LoggedIn, $"{second}");
        Assert.NotEqual((await login.BeginAsync()).CodeChallenge, (await login.BeginAsync()).CodeChallenge);
    }

    [Theory]
    [InlineData("Web", "mvc")]
    [InlineData("Web", "handler")]
    [InlineData("Session", "session")]
    [InlineData("Api", "api")]
    public async Task Two_users_log_in_at_once_in_a_real_browser(string project, string name)
    {
        var chromium = await Chromium.FindAsync();
        var program = await programs.RunAsync(programs.Repaired(Helper.InFile), project);

        var result = await Command.RunAsync(NodePackages.Folder, "node", "browser.js", chromium, program.LoginPage(name).AbsoluteUri);

        Assert.Equal(["Logged in", "Logged in"], result.Succeeded().Lines);
    }

    [Fact]
    public void Programs_that_reference_the_Runtime_call_it()
    {
        var repaired = programs.Repaired(Helper.Runtime);

        Assert.All(
            ["Desktop/ConsoleLogin.cs", "Desktop/LoginViewModel.cs", "Web/MvcController.cs", "Web/ServiceController.cs", "Web/Pages/Login.cshtml.cs"],
            path => Assert.Contains("ProofKey.Create()", repaired.Read(path)));
    }

    async Task<Login> StartAsync(ProgramTree tree, string project, string name)
    {
        var command = tree.Start(project, server.Issuer, server.ClientId, name);
        return new Login(command, await command.WaitForLineAsync("http"));
    }
}
