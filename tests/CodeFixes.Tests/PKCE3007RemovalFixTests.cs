using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

public sealed class PKCE3007RemovalFixTests
{
    [Fact]
    public Task Lines_that_show_nothing_else() => Fixed<PKCE3007RemovalFix>.VerifyAsync(
        Program("""
                    // To compare by hand.
                    Console.WriteLine({|PKCE3007:"Code verifier: " + codeVerifier|});
                    Log.Debug("{Verifier}", {|PKCE3007:codeVerifier|});
                    Keep(codeVerifier);
                    Trace.WriteLine({|PKCE3007:$"verifier {codeVerifier}"|});

            """),
        Program("""
                    Keep(codeVerifier);

            """));

    [Theory]
    [InlineData("""Log.Debug("{Verifier} of {User}", {|PKCE3007:codeVerifier|}, user);""")]
    [InlineData("""if (user.Length > 0) Log.Debug("{Verifier}", {|PKCE3007:codeVerifier|});""")]
    [InlineData("""Console.WriteLine({|PKCE3007:string.Concat(Next(), codeVerifier)|});""")]
    [InlineData("""throw new InvalidOperationException({|PKCE3007:codeVerifier|});""")]
    public Task Nothing_where_more_would_be_lost(string statement) => Fixed<PKCE3007RemovalFix>.VerifyNoneAsync(Program(statement));

    static string Program(string statements) => $$"""
        using System;
        using System.Diagnostics;

        static class Log
        {
            public static void Debug(string text, params object[] values) { }
        }

        class Client
        {
            const string GrantType = "grant_type";

            static string Next() => GrantType;

            static void Keep(string text) { }

            void Run(string codeVerifier, string user)
            {
        {{statements}}    }
        }
        """;
}
