using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PkceAnalyzers.CodeFixes.Tests.Programs;
using Xunit;
using Verify = PkceAnalyzers.CodeFixes.Tests.Fixed<PkceAnalyzers.CodeFixes.PKCE1001ProofKeyFix>;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>Where no way is known to be sound, nothing is repaired unasked.</summary>
public sealed class CarrierNoneTests
{
    [Theory]
    [InlineData("services.AddSingleton<Client>()")]
    [InlineData("services.AddTransient<Client>()")]
    [InlineData("services.AddSingleton(new Client(new HttpClient()))")]
    public async Task Library_whose_site_is_another_project(string registration)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var library = (await TestProgram.OfAsync("library", OutputKind.DynamicallyLinkedLibrary, ("/library/Client.cs", """
            using System.Collections.Generic;
            using System.Net.Http;
            using System.Threading.Tasks;

            public class Client(HttpClient http)
            {
                public string Url(string state) => $"https://server/authorize?response_type=code&client_id=app&state={state}";

                public Task<HttpResponseMessage> RedeemAsync(string code) =>
                    http.PostAsync("https://server/token", new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code }));
            }
            """))).Solution;
        var site = ProjectId.CreateNewId();
        var references = library.Projects.Single().MetadataReferences;
        var solution = library.AddProject(ProjectInfo.Create(site, VersionStamp.Default, "Site", "Site", LanguageNames.CSharp, compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary), metadataReferences: references, projectReferences: [new(library.ProjectIds[0])]))
            .AddDocument(DocumentId.CreateNewId(site), "Site.cs", $$"""
                using System.Net.Http;
                using Microsoft.Extensions.DependencyInjection;

                public static class Site
                {
                    public static void Add(IServiceCollection services) => {{registration}};
                }
                """);
        var program = await AnalyzedProgram.OfAsync(solution, cancellation);
        Assert.Equal(["PKCE1001", "PKCE1004"], program.Findings.Select(finding => finding.Id).Order());
        Assert.Empty(program.Faults);
        Assert.Null(await new PKCE1001ProofKeyFix().FixAllAsync(program.Solution, program.Findings, nameof(PKCE1001ProofKeyFix), isUnread: false, cancellation));
    }

    [Theory]
    [InlineData("Navigation.NavigateTo(<url>, forceLoad: true);")]
    [InlineData("Navigation.NavigateTo(<url>);")]
    public Task Component_that_a_page_load_ends(string begin) => Verify.VerifyNoneCarriedAsync(
        $$"""
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Components;

        public class LoginPage : ComponentBase
        {
            [Inject]
            public NavigationManager Navigation { get; set; } = null!;

            [Inject]
            public HttpClient Http { get; set; } = null!;

            [Parameter, SupplyParameterFromQuery]
            public string? Code { get; set; }

            protected override async Task OnInitializedAsync()
            {
                if (Code is not null)
                    await Http.PostAsync("https://server/token", new StringContent($"{|PKCE1004:grant_type=authorization_code&code=|}{Code}"));
            }

            protected void LogIn()
            {
                {{begin.Replace("<url>", "{|PKCE1001:\"https://server/authorize?response_type=code&client_id=app\"|}")}}
            }
        }

        static class Program
        {
            static void Main() { }
        }
        """, new(OutputKind.ConsoleApplication, ""));

    [Theory]
    [InlineData("static readonly HttpClient Http = new();", "static ")]
    [InlineData("readonly HttpClient Http = new();", "")]
    public Task Azure_Functions_of_the_isolated_worker(string field, string modifier) => Verify.VerifyNoneCarriedAsync(
        $$"""
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;

        public class Functions
        {
            private {{field}}

            [Function("login")]
            public {{modifier}}string Login(HttpRequestData request) => {|PKCE1001:"https://server/authorize?response_type=code&client_id=app&state="|} + request.Query;

            [Function("callback")]
            public {{modifier}}async Task<string> CallbackAsync(HttpRequestData request)
            {
                var answer = await Http.PostAsync("https://server/token", new StringContent($"{|PKCE1004:grant_type=authorization_code&code=|}{request.Query}"));
                return answer.ToString();
            }
        }

        public class FunctionAttribute(string name) : Attribute
        {
            public string Name => name;
        }

        public class HttpRequestData
        {
            public string Query { get; set; } = "";
        }
        """);

    [Theory]
    [InlineData("class Client", "Step(HttpListenerContext context)")]
    [InlineData("static class Client", "Step(HttpListenerContext context)")]
    public Task Listener_that_answers_both_URLs(string type, string method) => Verify.VerifyNoneCarriedAsync(
        $$"""
        using System.Net;
        using System.Net.Http;
        using System.Threading.Tasks;

        {{type}}
        {
            static readonly HttpClient Http = new();

            public static async Task {{method}}
            {
                if (context.Request.Url!.AbsolutePath == "/login")
                    context.Response.Redirect({|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|});
                if (context.Request.QueryString["code"] is { } code)
                    await Http.PostAsync("https://server/token", new StringContent($"{|PKCE1004:grant_type=authorization_code&code=|}{code}"));
            }
        }
        """);

    [Fact]
    public Task Call_that_leads_to_both_steps() => Verify.VerifyNoneCarriedAsync(
        """
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;

        public class LoginController(Client client) : ControllerBase
        {
            [HttpGet("login")]
            public Task<string> Login(string? code) => client.StepAsync(code);
        }

        public class Client(HttpClient http)
        {
            public async Task<string> StepAsync(string? code)
            {
                if (code is null)
                    return {|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|};
                var answer = await http.PostAsync("https://server/token", new StringContent($"{|PKCE1004:grant_type=authorization_code&code=|}{code}"));
                return answer.ToString();
            }
        }
        """, Surroundings.Server("AddControllers()", "AddDataProtection()"));
}
