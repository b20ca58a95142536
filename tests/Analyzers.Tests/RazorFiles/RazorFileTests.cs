using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace PkceAnalyzers.Tests.RazorFiles;

/// <summary>Requests in the markup of Razor files.</summary>
public sealed class RazorFileTests
{
    [Theory, InlineData("/Pages/SignIn.cshtml"), InlineData("/Pages/SignIn.razor")]
    public Task Authorization_requests_without_a_challenge(string path) => VerifyAsync(path, """
        <a href="{|PKCE1001:https://login.example.com/authorize?response_type=code&client_id=@id|}">Sign in</a>
        <a class='button'
           href='{|PKCE1001:@Model.Authority/authorize?response_type=code&amp;client_id=app&amp;redirect_uri=@Url.Action("Callback")|}'>Sign in</a>
        <form method="get" action="{|PKCE1001:https://login.example.com/authorize?client_id=app&state=@(State())&response_type=code%20id_token&nonce=@nonce|}"></form>
        """);

    [Fact]
    public Task Left_alone() => VerifyAsync("/Pages/SignIn.cshtml", """
        <a href="https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=@challenge&code_challenge_method=S256">Sign in</a>
        <a href="https://login.example.com/authorize?response_type=code&client_id=app@Model.More">Unknown parameters</a>
        <a href="https://login.example.com/authorize?response_type=code&client_id=app&@Model.More">Unknown parameters</a>
        <a href="https://login.example.com/authorize?response_type=@type&client_id=app">Unknown response type</a>
        <a href="https://login.example.com/authorize?response_type=id_token&client_id=app">No code</a>
        <a href="https://login.example.com/authorize?response_type=code&client_id=app&request_uri=@pushed">Pushed</a>
        <a href="/account/register?response_type=code&client_id=@Model.ClientId">Another page of a server</a>
        <a href="?response_type=code&client_id=app">The same page</a>
        <a href="https://docs.example.com/?response_type=code">No client</a>
        <a data-example="https://login.example.com/authorize?response_type=code&client_id=app">No link</a>
        <p>href="https://login.example.com/authorize?response_type=code&client_id=app"</p>
        <!-- <a href="https://login.example.com/authorize?response_type=code&client_id=app">Old</a> -->
        @* <a href="https://login.example.com/authorize?response_type=code&client_id=app">Old</a> *@
        <script>document.write('<a href="https://login.example.com/authorize?response_type=code&client_id=app">');</script>
        """);

    [Fact]
    public Task Forms_with_hidden_inputs() => VerifyAsync("/Pages/Connect.cshtml", """
        <form method="get" action="https://login.example.com/authorize">
            {|PKCE1001:<input type="hidden" name="response_type" value="code" />|}
            <input type="hidden" name="client_id" value="portal" />
            <input type="submit" value="Connect" />
        </form>
        <form action="@Model.Authority">
            <input name='client_id' value='@Model.ClientId'>
            {|PKCE1001:<input name='response_type' value='code'>|}
        </form>
        <form method="get" action="https://login.example.com/authorize">
            <input type="hidden" name="response_type" value="code" />
            <input type="hidden" name="client_id" value="portal" />
            <input type="hidden" name="code_challenge" value="@Model.Challenge" />
            <input type="hidden" name="code_challenge_method" value="S256" />
        </form>
        <form action="https://login.example.com/authorize">
            <input name="response_type" value="code"><input name="client_id" value="a">
            @foreach (var one in Model.More) { <input name="@one.Key" value="@one.Value"> }
        </form>
        <form action="https://login.example.com/authorize">
            <input name="response_type" value="code"><input name="client_id" value="a"><partial name="_Proof" />
        </form>
        <form action="/connect/authorize"><input name="response_type" value="code"><input name="client_id" value="a"></form>
        <form action="https://docs.example.com/search"><input name="response_type" value="code"></form>
        """);

    [Fact]
    public Task Weak_methods() => VerifyAsync("/Pages/SignIn.cshtml", """
        <a href="{|PKCE1002:https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=@challenge|}">Left out</a>
        <a href="{|PKCE1002:https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=@challenge&code_challenge_method=plain|}">Plain</a>
        <a href="https://login.example.com/authorize?response_type=code&client_id=app&code_challenge=@challenge&code_challenge_method=@method">Unknown</a>
        """);

    [Fact]
    public async Task A_token_in_the_front_channel_is_an_information()
    {
        var test = Of("/Pages/SignIn.razor", """<a href="{|#0:https://login.example.com/authorize?response_type=token&client_id=app|}">Sign in</a>""");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("PKCE1005", DiagnosticSeverity.Info).WithLocation(0));
        await test.RunAsync();
    }

    [Fact]
    public Task Excepted_by_a_comment_with_a_reason_on_or_above_the_line() => VerifyAsync("/Pages/SignIn.cshtml", """
        @* pkce: disable PKCE1001 login.example.com refuses code_challenge *@
        <a href="https://login.example.com/authorize?response_type=code&client_id=app">Sign in</a>
        <a href="https://login.example.com/authorize?response_type=code&client_id=app">Sign in</a> <!-- pkce: disable PKCE1001 login.example.com refuses code_challenge -->

        @* pkce: disable PKCE1001 *@
        <a href="{|PKCE1001:https://login.example.com/authorize?response_type=code&client_id=app|}">Sign in</a>
        """);

    [Fact]
    public Task Excluded_by_options()
    {
        var test = Of("/Pages/SignIn.cshtml", """<a href="https://old.example.com/authorize?response_type=code&client_id=app">Sign in</a>""");
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\npkce.excluded_authorization_hosts = old.example.com"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("<a href=\"https://login.example.com/authorize?response_type=code&client_id=@(")]
    [InlineData("<a href='?response_type")]
    [InlineData("@* response_type=code")]
    [InlineData("<!-- <a href=\"?response_type=code&client_id=%zz\">")]
    public Task Half_typed(string markup) => VerifyAsync("/Pages/SignIn.cshtml", markup);

    static Task VerifyAsync(string path, string markup) => Of(path, markup).RunAsync();

    static PkceTest Of(string path, string markup)
    {
        var test = new PkceTest { TestCode = "class Program;" };
        test.TestState.AdditionalFiles.Add((path, markup));
        return test;
    }
}
