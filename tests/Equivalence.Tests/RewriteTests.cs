using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.CodeFixes.Tests.Programs;
using PkceAnalyzers.Equivalence.Tests.Rewrites;
using Xunit;

namespace PkceAnalyzers.Equivalence.Tests;

/// <summary>A rewrite changes a program in which there is something to change, and what the program does stays the same.</summary>
public sealed class RewriteTests
{
    const string Program = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;

        class Greeter
        {
            static string Empty() => "";

            static string AlsoEmpty() => string.Empty;

            public string Greet(string name, bool isLoud)
            {
                var greeting = isLoud ? "HELLO" : "hello";
                var title = name ?? "you";
                if (isLoud)
                    greeting += "!";
                else
                    greeting = "so " + greeting + " there";
                var encoded = Uri.EscapeDataString(title) + System.Net.WebUtility.UrlEncode(title);
                var path = "a=" + encoded + "&b=" + 2 + "&c";
                return $"{greeting}/{path}" + Empty() + AlsoEmpty();
            }

            string Written(string text)
            {
                return text;
            }

            public string Form()
            {
                var pairs = new Dictionary<string, string> { ["one"] = "first", ["two"] = "second", ["three"] = Written("third") };
                var list = new List<KeyValuePair<string, string>> { new KeyValuePair<string, string>("four", "fourth"), new KeyValuePair<string, string>("five", "fifth") };
                var text = string.Join("&", pairs.Select(pair => pair.Key + "=" + pair.Value));
                return text + "&" + string.Join("&", list.Select(pair => pair.Key + "=" + pair.Value));
            }

            public IEnumerable<KeyValuePair<string, string>> Pairs() => new[] { new KeyValuePair<string, string>("six", "sixth") };

            public async Task<string> LaterAsync()
            {
                var text = Form();
                await Task.Yield();
                Func<string, string> one = left => { var right = left + "1"; return right; };
                Func<string, string> two = left => { var right = left + "2"; return right; };
                return one(text) + two(text);
            }

            private string Last(string text) => text.Trim();

            public static string Run()
            {
                var greeter = new Greeter();
                return greeter.Greet("a-b", true) + greeter.Greet(null!, false) + greeter.Form() + greeter.Pairs().First().Value + greeter.LaterAsync().Result + greeter.Last(" end ");
            }
        }
        """;

    public static TheoryData<string> Names => [.. AllRewrites.All.Where(rewrite => !rewrite.LeavesUnresolved).Select(rewrite => rewrite.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Keeps_what_a_program_does(string name)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var program = (await TestProgram.OfAsync("Program", OutputKind.DynamicallyLinkedLibrary, ("/Program.cs", Program))).Solution;
        var rewritten = await AllRewrites.All.Single(rewrite => rewrite.Name == name).ApplyAsync(program, cancellation);
        Assert.NotNull(rewritten);
        Assert.Equal(await RunAsync(program, cancellation), await RunAsync(rewritten, cancellation));
    }

    [Fact]
    public void Names_are_told_apart() => Assert.Distinct(AllRewrites.All.Select(rewrite => rewrite.Name));

    static async Task<string> RunAsync(Solution program, CancellationToken cancellation)
    {
        var compilation = (await program.Projects.Single().GetCompilationAsync(cancellation))!;
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, cancellationToken: cancellation);
        var text = string.Join('\n', compilation.SyntaxTrees);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)) + '\n' + text);
        image.Position = 0;
        var context = new AssemblyLoadContext("program", isCollectible: true);
        try
        {
            var run = context.LoadFromStream(image).GetTypes().Select(type => type.GetMethod("Run")).First(method => method is not null)!;
            return (string)run.Invoke(null, null)!;
        }
        finally
        {
            context.Unload();
        }
    }
}
