using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Web;
using PkceAnalyzers.Tool.Reporting.Html;

namespace PkceAnalyzers.Tool.Tests;

/// <summary>The page of <c>--format html</c>. How browsers take it is asked by the end-to-end tests.</summary>
public sealed class HtmlReportTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_text_of_the_scanned_code_becomes_markup()
    {
        _folder.Write("<img src=x onerror=alert(1)>&\u202E/Login.cs", """
            class Login
            {
                // pkce: disable PKCE1001 </details><script>alert(2)</script>
                string Excepted(string client) => $"https://a.example/authorize?response_type=code&client_id={client}&redirect_uri=r&scope=openid";

                string Url(string client) => $"https://b.example/</code></pre><script>alert(3)</script>/authorize?response_type=code&client_id={client}&redirect_uri=\"><svg onload=alert(4)>&scope=openid";
            }
            """);
        _folder.Write("Broken<b>/Broken.csproj", "<Project>");
        var page = await PageAsync();
        Assert.Single(Regex.Matches(page, "<script"));
        Assert.DoesNotMatch(@"<(img|b>/|svg onload)", page);
        Assert.DoesNotContain("\u202E", HttpUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;", page);
        Assert.Contains("&lt;script&gt;alert(2)&lt;/script&gt;", page);
        Assert.Contains("&lt;script&gt;alert(3)&lt;/script&gt;", page);
    }

    [Fact]
    public async Task It_allows_its_own_style_and_script_by_their_hashes_and_loads_nothing()
    {
        _folder.Write("Login.cs", Pkce.Vulnerable);
        var page = await PageAsync();
        var policy = Regex.Match(page, "http-equiv=\"Content-Security-Policy\" content=\"([^\"]+)\"").Groups[1].Value;
        Assert.Equal($"default-src 'none'; style-src '{Hash("style")}'; script-src '{Hash("script")}'; base-uri 'none'; form-action 'none'", HttpUtility.HtmlDecode(policy));
        Assert.DoesNotMatch(@"\s(src|srcset|style|on[a-z]+)=""", page);
        Assert.All(Regex.Matches(page, "href=\"([^\"]+)\""), link => Assert.Matches("^(#|https://github.com/)", link.Groups[1].Value));

        string Hash(string tag) =>
            $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Regex.Match(page, $"<{tag}>(.*)</{tag}>", RegexOptions.Singleline).Groups[1].Value)))}";
    }

    [Fact]
    public async Task It_shows_findings_requests_and_the_step_that_is_missing()
    {
        _folder.Write("App/App.csproj", Pkce.Library);
        _folder.Write("App/Login.cs", Pkce.Vulnerable);
        _folder.Write("App/Right.cs", """
            class Right
            {
                string Url(string client, string challenge) =>
                    $"https://as.example/authorize?response_type=code&client_id={client}&redirect_uri=r&code_challenge={challenge}&code_challenge_method=S256";
            }
            """);
        var page = HttpUtility.HtmlDecode(await PageAsync());
        Assert.Contains("""<mark>?response_type=code&client_id=</mark>""", page.Replace("https://as.example/authorize", ""));
        Assert.Contains("<td>Right.Url</td><td>https://as.example/authorize</td>", page);
        var titles = Regex.Matches(page, "<title id=.*>(.*)</title>").Select(title => title.Groups[1].Value).ToList();
        Assert.Equal(
            [
                "Login: step 3, redirect with code_challenge, is missing; step 10, request with the leaked code, is broken",
                "Right: all steps are as they have to be",
            ],
            titles);
    }

    [Fact]
    public async Task Without_findings_and_requests()
    {
        _folder.Write("A.cs", Pkce.Harmless);
        var result = await Pkce.RunAsync(_folder, "scan", "--output", "report.html");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Nothing was found.", File.ReadAllText(_folder["report.html"]));
    }

    [Fact]
    public void Every_rule_about_logins_has_its_step() =>
        Assert.Equal(["PKCE9001"], Analyzers.Ids.Where(rule => ExchangeSteps.StepOf(rule) is null));

    async Task<string> PageAsync()
    {
        var result = await Pkce.RunAsync(_folder, "scan", "--format", "html", "--fail-on", "never");
        Assert.True(result.ExitCode == 0, result.ToString());
        return result.Output;
    }
}
