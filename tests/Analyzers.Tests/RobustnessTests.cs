using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using PkceAnalyzers.Testing;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Xunit;

namespace PkceAnalyzers.Tests;

/// <summary>Programs that no one writes and the analyzer must survive. Each comes with a request that is found all the same, in a
/// member of its own, so that surviving is not silence.</summary>
public sealed class RobustnessTests
{
    const string Found = """
            string Found() => "https://login.example.com/authorize?response_type=code&client_id=app";
        """;

    static readonly Dictionary<string, string> Big = new()
    {
        ["concatenation of 20,000 terms"] = $"string Long(string s) => \"https://login.example.com/authorize?response_type=code&client_id=app\"{Repeat(20_000, i => " + s")};",
        ["concatenation of 20,000 literals"] = $"string Long() => \"https://login.example.com/authorize?response_type=code&client_id=app\"{Repeat(20_000, i => $" + \"&p{i}=v\"")};",
        ["20,000 compound assignments"] = $"string Long(string s) {{ var url = \"https://login.example.com/authorize?response_type=code&client_id=app\"; {Repeat(20_000, i => $"url += \"&p{i}=\" + s; ")} return url; }}",
        ["20,000 calls of Append"] = $"string Long(string s) {{ var url = new System.Text.StringBuilder(\"https://login.example.com/authorize?response_type=code&client_id=app\"); {Repeat(20_000, _ => "url.Append(s); ")} return url.ToString(); }}",
        ["2,000 calls in a chain"] = $"string Long(string s) => new System.Text.StringBuilder(\"response_type=code&client_id=app\"){Repeat(2_000, _ => ".Append(s)")}.ToString();",
        ["method with 10,000 branches"] = $"string Long(int i) {{ var url = \"https://login.example.com/authorize?response_type=code&client_id=app\"; {Repeat(10_000, i => $"if (i == {i}) url += \"&p=v{i}\"; ")} return url; }}",
        ["switch with 5,000 cases"] = $"string Long(int i) {{ var url = \"https://login.example.com/authorize?response_type=code&client_id=app\"; switch (i) {{ {Repeat(5_000, i => $"case {i}: url += \"&p={i}\"; break; ")} }} return url; }}",
        ["dictionary with 100,000 entries"] = $"System.Collections.Generic.Dictionary<string, string> Long(string s) => new() {{ [\"response_type\"] = \"code\", [\"client_id\"] = \"app\", {Repeat(100_000, i => $"[\"p{i}\"] = s, ")} }};",
        ["array with 100,000 elements"] = $"object Long() => new[] {{ \"response_type\", \"code\", \"client_id\", {Repeat(100_000, i => $"\"p{i}\", ")} }};",
        ["60 loops in one another"] = $"string Long(string s) {{ var url = \"response_type=code&client_id=app\"; {Repeat(60, i => $"for (var i{i} = 0; i{i} < 9; i{i}++) {{ url += \"&p\" + i{i}; ")} {Repeat(60, _ => "}")} return url; }}",
        ["5,000 members"] = Repeat(5_000, i => $"string M{i}(string s) => \"response_type=code&redirect=\" + s;\n"),
        ["2,000 fields that refer to one another"] = Repeat(2_000, i => $"static readonly string f{i} = f{(i + 1) % 2_000} + \"&client_id=app\";\n"),
        ["2,000 methods that call one another"] = Repeat(2_000, i => $"string M{i}(string s) => M{(i + 1) % 2_000}(s + \"&client_id=app\");\n"),
        ["2,000 callers of one method"] = "string Url(string type) => \"https://login.example.com/authorize?client_id=app&response_type=\" + type;\n" + Repeat(2_000, i => $"string M{i}() => Url(\"none\");\n"),
        ["string of ten million characters"] = $"string Long() => \"{new string('x', 10_000_000)}&response_type=code\";",
    };

    public static TheoryData<string> BigPrograms => [.. Big.Keys];

    [Theory, MemberData(nameof(BigPrograms))]
    public async Task Big_program(string name) => Assert.True(await FindsAsync(Class(Big[name])));

    // Deeper, and the compiler itself overflows the stack of a worker thread while it binds.
    static readonly Dictionary<string, string> Deep = new()
    {
        ["500 parentheses"] = $"string Long(string s) => {new string('(', 500)}\"response_type=code&client_id=app\" + s{new string(')', 500)};",
        ["500 concatenations in one another"] = $"string Long(string s) => {Repeat(500, _ => "s + (")}\"response_type=code&client_id=app\"{new string(')', 500)};",
        ["500 calls in one another"] = $"string Id(string s) => s; string Long(string s) => {Repeat(500, _ => "Id(")}\"response_type=code&client_id=app\"{new string(')', 500)};",
        ["1,000 calls in one another"] = $"string Id(string s) => s; string Long(string s) => {Repeat(1_000, _ => "Id(")}\"response_type=code&client_id=app\"{new string(')', 1_000)};",
        ["1,000 ternaries in one another"] = $"string Long(int i) => {Repeat(1_000, i => $"i == {i} ? \"a{i}\" : ")}\"response_type=code&client_id=app\";",
        ["1,000 blocks in one another"] = $"string Long(int i) {{ var url = \"response_type=code&client_id=app\"; {Repeat(1_000, i => $"if (i > {i}) {{ ")} url += \"&p=v\"; {Repeat(1_000, _ => "}")} return url; }}",
        ["300 lambdas in one another"] = $"object Long(string s) => {Repeat(300, _ => "(System.Func<object>)(() => ")}\"response_type=code&client_id=app\" + s{new string(')', 300)};",
        ["12 interpolations in one another"] = $"string Long(string s) => {Repeat(12, _ => "$\"{")}s{Repeat(12, _ => "}&response_type=code\"")};",
    };

    public static TheoryData<string> DeepPrograms => [.. Deep.Keys];

    /// <summary>Where the compiler gives up at that depth there is nothing to find; the analyzer only must not throw.</summary>
    [Theory, MemberData(nameof(DeepPrograms))]
    public Task Deep_program(string name) => AnalyzeAsync(Class(Deep[name]), concurrent: false);

    static readonly Dictionary<string, string> TooDeep = new()
    {
        ["5,000 parentheses"] = $"string Long(string s) => {new string('(', 5_000)}\"response_type=code&client_id=app\" + s{new string(')', 5_000)};",
        ["5,000 ternaries in one another"] = $"string Long(int i) => {Repeat(5_000, i => $"i == {i} ? \"a{i}\" : ")}\"response_type=code&client_id=app\";",
        ["5,000 lambdas in one another"] = $"object Long(string s) => {Repeat(5_000, _ => "() => ")}\"response_type=code&client_id=app\" + s;",
        ["5,000 blocks in one another"] = $"void Long(int i) {{ {Repeat(5_000, i => $"if (i > {i}) {{ ")} Use(\"response_type=code&client_id=app\"); {Repeat(5_000, _ => "}")} }}",
    };

    public static TheoryData<string> TooDeepPrograms => [.. TooDeep.Keys];

    /// <summary>What the compiler cannot bind on a worker's stack is left alone: the file is asked without it, and the rest of it is looked at.</summary>
    [Theory, MemberData(nameof(TooDeepPrograms))]
    public void Program_too_deep_to_be_bound(string name) => Assert.True(FindsAlone(Class(TooDeep[name])));

    [Fact]
    public void File_of_500_000_lines() => Assert.True(FindsAlone(Class(Repeat(250_000, i => $"int M{i}(int n) =>\n    n + {i};\n"))));

    /// <summary>As <see cref="FindsAsync"/>, without the compiler's own diagnostics.</summary>
    static bool FindsAlone(string program)
    {
        var tree = CSharpSyntaxTree.ParseText(program, path: "Program.cs");
        var analysis = ProjectAnalysis.Of(CSharpCompilation.Create("Test", [tree], Frameworks.Net, new(OutputKind.DynamicallyLinkedLibrary)), new AnalyzerOptions([]));
        return analysis.FileOf(tree, CancellationToken.None).Judgements.Any(judgement => judgement.ToDiagnostic().Id == "PKCE1001");
    }

    public static TheoryData<string> Recursive =>
    [
        Class("string A(string s) => B(s) + \"&client_id=app\"; string B(string s) => s.Length > 9 ? s : A(s + \"&response_type=code\");"),
        Class("string A(string s) => A(A(s + \"response_type=code\")) + A(\"&client_id=app\");"),
        Class("string P => Q + \"response_type=code\"; string Q => P + \"&client_id=app\";"),
        Class("static readonly string a = b + \"response_type=code\"; static readonly string b = a + \"&client_id=app\";"),
        Class("readonly Login next = new Login(); string url = \"response_type=code&client_id=app\"; Login() { next = new Login { url = url }; }"),
        Class("object F() { object[] a = new object[1]; a[0] = a; var d = new System.Collections.Generic.Dictionary<string, object>(); d[\"response_type\"] = d; d[\"client_id\"] = a; return d; }"),
        Class("string F() { System.Func<string, string> f = null!; f = s => f(s + \"&response_type=code\"); return f(\"client_id=app\"); }"),
        Class("string F(int n) { return G(n); string G(int m) => m == 0 ? \"response_type=code&client_id=app\" : H(m - 1); string H(int m) => G(m) + \"&p=v\"; }"),
        Class("T F<T>(T t) => F<System.Collections.Generic.List<T>>(new()) is { } ? t : t; string G() => F(\"response_type=code&client_id=\");"),
        Class("System.Collections.Generic.IEnumerable<string> F() { foreach (var s in F()) yield return s + \"&response_type=code&client_id=app\"; }"),
    ];

    [Theory, MemberData(nameof(Recursive))]
    public async Task Recursive_program(string program) => Assert.True(await FindsAsync(program));

    public static TheoryData<string> Broken =>
    [
        Class("string A(string s) { var url = \"response_type=code&client_id=\" + ; url += url. ; return $\"{url\"; }"),
        Class("class Login : Login { } interface response_type : response_type { }"),
        Class("object M() => new A { ClientId = \"app\" };") + " class A : B { public string ClientId; } class B : A { }",
        Class("A B(C d) => d.E(\"response_type\", \"code\")[\"client_id\"]?.F(ref G, out H, I: J) ?? K;"),
        Class("void A() { new { response_type = , client_id }; new() { [] = }; new X { { \"response_type\", } , { , } }; }"),
        Class("void A() { foreach (var in \"response_type\") { } for (;;) goto client_id; switch { case \"code\": } }"),
        Class("string response_type => client_id; string client_id => ; string redirect_uri { get => ; set { } init; }"),
        Class("void A() { string.Format(\"{0}{99999999999}{-1}{a}{&response_type={1}\", \"code\"); string.Format(null!); string.Format(\"{\"); string.Join(); string.Concat(); }"),
        Class("void A() { System.Web.HttpUtility.ParseQueryString(\"&&==&=response_type&client_id=%%%\"); new System.Uri(\"?#?&=response_type=\"); new System.UriBuilder { Query = null }; }"),
        Class("void A() { _ = nameof(response_type) switch { \"code\" => \"client_id\" }; await using lock yield return; }"),
        Class("unsafe void A(char* client_id) { fixed (char* p = \"response_type=code\") { *p = 'c'; stackalloc int[]; } }"),
        Class("void A() { (var response_type, (string client_id, _)) = (\"code\", (\"a\", 1), 2); (_, _) = ; var (x) = x; }"),
        Class("partial string A(string client_id); partial void B() { A(\"response_type=code\"); } partial void B() { }"),
        Class("void A() { dynamic d = new object(); d.response_type = \"code\"; d[\"client_id\"] = d; d(\"grant_type=authorization_code&code=\" + d); }"),
        Class("void A() { var codeVerifier = codeVerifier; var x = x + System.Guid.NewGuid() + new System.Random(x).Next(y); }"),
        "string response_type = \"code\"; client_id( ; return response_type + \"&client_id=\" +",
        "\"response_type=code&client_id=app",
        "$\"\"\"response_type=code&client_id={",
        "#if client_id\n#line 0 \"\"\n#line (1,1)-(0,0) 5 \"response_type\"\n#pragma warning disable",
        "namespace client_id; namespace response_type { } class",
        "\0\uFFFF client_id \uD800 response_type",
        "",
    ];

    [Theory, MemberData(nameof(Broken))]
    public async Task Broken_program(string program)
    {
        var diagnostics = await AnalyzeAsync(program, concurrent: true);

        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
    }

    /// <summary>Every beginning of a program is what an editor shows while it is typed.</summary>
    [Fact]
    public Task A_call_that_is_too_much_work_is_not_looked_into_and_the_rest_is() => PkceTest.VerifyAsync($$"""
        using System.Collections.Generic;

        class Login
        {
            string Bad(string text)
            {
                Work(text);
                return {|PKCE1001:"https://login.example.com/authorize?response_type=code&client_id=app"|};
            }

            Dictionary<string, string> Unknown(string text)
            {
                var parameters = new Dictionary<string, string> { ["response_type"] = "code", ["client_id"] = "app" };
                WorkOn(parameters, text);
                return parameters;
            }

            static string Work(string text)
            {
                {{string.Concat(Enumerable.Repeat("text += \"1\";\n", 2_000))}}
                return text;
            }

            static void WorkOn(Dictionary<string, string> parameters, string text)
            {
                {{string.Concat(Enumerable.Repeat("text += \"1\";\n", 2_000))}}
                parameters["code_challenge"] = text;
                parameters["code_challenge_method"] = "S256";
            }
        }
        """);

    [Fact]
    public async Task Program_while_it_is_typed()
    {
        const string Program = """
            using System.Collections.Generic;
            class Login
            {
                string Url(string id) => $"https://login.example.com/authorize?response_type=code&client_id={id}" + string.Format("&a={0}", id);
                Dictionary<string, string> Form(string code) { var f = new Dictionary<string, string> { ["grant_type"] = "authorization_code", { "code", code } }; f.Add("client_id", "app"); return f; }
            }
            """;

        for (var length = 0; length < Program.Length; length += 3)
            Assert.DoesNotContain(await AnalyzeAsync(Program[..length], concurrent: false), diagnostic => diagnostic.Id == "AD0001");
    }

    [Fact]
    public async Task Cancelled_analysis_ends_so_and_is_no_failure()
    {
        var driver = Driver(Class(Found), concurrent: true, out var failures);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => driver.GetAnalyzerDiagnosticsAsync(cancelled.Token));
        Assert.Empty(failures);
    }

    [Fact]
    public async Task Analysis_that_is_cancelled_in_the_middle_ends_so_and_is_no_failure()
    {
        var program = Class(Repeat(400, i => $"string M{i}(int n) {{ var url = \"response_type=code&client_id=app\"; {Repeat(50, j => $"if (n == {j}) url += \"&p{j}=v\"; ")} return url; }}\n"));
        for (var delay = 1; delay < 200; delay *= 3)
        {
            var driver = Driver(program, concurrent: true, out var failures);
            using var cancelled = new CancellationTokenSource(delay);
            var thrown = await Record.ExceptionAsync(() => driver.GetAnalyzerDiagnosticsAsync(cancelled.Token));
            Assert.True(thrown is null or OperationCanceledException, thrown?.ToString());
            Assert.Empty(failures);
        }
    }

    [Fact]
    public async Task Same_findings_in_30_runs_with_and_without_concurrency_and_in_any_order()
    {
        var files = Enumerable.Range(0, 12).Select(i => $$"""
            class Login{{i}}
            {
                string Bad(string id) => Login{{(i + 1) % 12}}.Add("https://login.example.com/authorize?response_type=code&client_id=" + id, "state", "{{i}}");
                string Some(string id, bool b) => "https://login.example.com/authorize?response_type=code&client_id=" + id + (b ? "&code_challenge_method=S256&code_challenge=" + id : Shared.Tail);
                public static string Add(string url, string name, string value) => url + "&" + name + "=" + value + Shared.Tail;
            }
            """).Append("static class Shared { public static readonly string Tail = \"&scope=openid\"; static readonly string cycle = cycle + Login0.Add(cycle, \"p\", \"v\"); }").ToArray();

        var expected = Shown(await AnalyzeAsync(files, concurrent: false));
        Assert.NotEmpty(expected);
        var random = new Random(1);
        for (var run = 0; run < 30; run++)
        {
            random.Shuffle(files);
            Assert.Equal(expected, Shown(await AnalyzeAsync(files, concurrent: run % 2 == 0)));
        }

        static IEnumerable<string> Shown(ImmutableArray<Diagnostic> diagnostics)
            => diagnostics.Select(diagnostic => $"{diagnostic.Id} {diagnostic.Location.SourceTree} {diagnostic.Location.SourceSpan} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}").Order(StringComparer.Ordinal);
    }

    static string Class(string members) => $$"""
        class Login
        {
        {{members}}
        {{Found}}
        }
        """;

    static string Repeat(int times, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (var i = 0; i < times; i++)
            text.Append(part(i));
        return text.ToString();
    }

    /// <summary>Whether the request of <see cref="Found"/> is reported, and nothing throws.</summary>
    static async Task<bool> FindsAsync(string program)
    {
        var diagnostics = await AnalyzeAsync(program, concurrent: false);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        return diagnostics.Any(diagnostic => diagnostic.Id == "PKCE1001" && diagnostic.Location.SourceSpan.Start > program.LastIndexOf("Found()", StringComparison.Ordinal));
    }

    static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string program, bool concurrent) => AnalyzeAsync([program], concurrent);

    static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string[] files, bool concurrent)
    {
        var driver = Driver(files, concurrent, out var failures);
        var diagnostics = await driver.GetAnalyzerDiagnosticsAsync();
        Assert.Empty(failures);
        return diagnostics;
    }

    static CompilationWithAnalyzers Driver(string program, bool concurrent, out List<Exception> failures) => Driver([program], concurrent, out failures);

    static CompilationWithAnalyzers Driver(string[] files, bool concurrent, out List<Exception> failures)
    {
        var thrown = failures = [];
        var framework = Frameworks.Net;
        var compilation = CSharpCompilation.Create("Test", files.Select(file => CSharpSyntaxTree.ParseText(file)), framework, new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        return compilation.WithAnalyzers([new PkceAnalyzer()], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (exception, _, _) =>
        {
            lock (thrown)
                thrown.Add(exception);
        }, concurrent, logAnalyzerExecutionTime: false));
    }
}
