using PkceAnalyzers.CodeFixes.Insertions;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>A method whose first statements build an authorization request, in <c>request</c>.</summary>
static class BuilderTest
{
    public static Task VerifyAsync(InsertionKind kind, string before, string after) => new ExchangeTest
    {
        AuthorizationKind = kind,
        Code = Program(before, "{|token:$\"code={code}\"|}"),
        FixedCode = Program(after, "$\"code={code}&code_verifier={proofKey.CodeVerifier}\""),
    }.RunAsync();

    static string Program(string statements, string form) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Text;
        using System.Web;
        using Microsoft.AspNetCore.WebUtilities;
        using Pkce;

        class Login
        {
            public object? Request { get; set; }

            string Run(string state, string code)
            {
                {{statements.Replace("\n", "\n        ")}}
                Request = request;
                return {{form}};
            }
        }

        static class Builder
        {
            public static StringBuilder With(this StringBuilder request, string name, string value) =>
                request.Append('&').Append(name).Append('=').Append(value);
        }
        """;
}
