using Xunit;

namespace PkceAnalyzers.Tests.Values;

/// <summary>How servers say no: what the right verifier alone gets tells who got through, however it is said.</summary>
public sealed class ServerAnswerTests
{
    const string Matches = "VerifyPkce(request.CodeVerifier, grant.CodeChallenge)";

    [Theory]
    // A status and a bare return; what is awaited; the same answer at another place.
    [InlineData($$"""class Response { public int StatusCode; public Task WriteAsync(string text) => Task.CompletedTask; } async Task Redeem(Response response, Grant grant, TokenRequest request) { if ({|PKCE4004:request.CodeVerifier != null|} && !{{Matches}}) { response.StatusCode = 400; return; } await response.WriteAsync("token"); }""")]
    [InlineData($$"""class Response { public int StatusCode; public Task WriteAsync(string text) => Task.CompletedTask; } async Task Redeem(Response response, Grant grant, TokenRequest request) { if (grant.CodeChallenge is null) { response.StatusCode = 400; return; } if ({|PKCE4004:request.CodeVerifier == null|}) { await response.WriteAsync("token"); return; } if (!{{Matches}}) { response.StatusCode = 400; return; } await response.WriteAsync("token"); }""")]
    [InlineData($$"""class Response { public int StatusCode; public Task WriteAsync(string text) => Task.CompletedTask; } async Task Redeem(Response response, Grant grant, TokenRequest request) { if (request.CodeVerifier == null || grant.CodeChallenge == null || !{{Matches}}) { response.StatusCode = 400; await response.WriteAsync("invalid_grant"); return; } await response.WriteAsync("token"); }""")]
    // Nothing is done but to refuse.
    [InlineData($$"""class Context { public object? Result; } void Filter(Context context, Grant grant, TokenRequest request) { if ({|PKCE4004:grant.CodeChallenge == null|}) return; if (request.CodeVerifier == null) { context.Result = "invalid_request"; return; } if (!{{Matches}}) context.Result = "invalid_grant"; }""")]
    [InlineData($$"""class Context { public object? Result; } void Filter(Context context, Grant grant, TokenRequest request) { if (grant.CodeChallenge == null) { context.Result = "invalid_grant"; return; } if (request.CodeVerifier == null) { context.Result = "invalid_request"; return; } if (!{{Matches}}) context.Result = "invalid_grant"; }""")]
    // Exceptions: which are caught decides.
    [InlineData($$"""void Check(Grant grant, TokenRequest request) { if (request.CodeVerifier is null) throw new ArgumentException(); if (grant.CodeChallenge is null || !{{Matches}}) throw new InvalidOperationException(); } bool Redeem(Grant grant, TokenRequest request) { try { Check(grant, request); } catch (InvalidOperationException) { return false; } catch (ArgumentException) { return false; } return true; }""")]
    [InlineData($$"""void Check(Grant grant, TokenRequest request) { if ({|PKCE4004:request.CodeVerifier is null|}) throw new ArgumentException(); if (grant.CodeChallenge is null || !{{Matches}}) throw new InvalidOperationException(); } bool Redeem(Grant grant, TokenRequest request) { try { Check(grant, request); } catch (InvalidOperationException) { return false; } catch (ArgumentException) { } return true; }""")]
    // An answer that may be missing.
    [InlineData($$"""bool? Check(Grant grant, TokenRequest request) { if ({|PKCE4004:grant.CodeChallenge is null|}) return null; if (request.CodeVerifier is null) return false; return {{Matches}}; } bool Redeem(Grant grant, TokenRequest request) => Check(grant, request) != false;""")]
    [InlineData($$"""bool? Check(Grant grant, TokenRequest request) { if (grant.CodeChallenge is null) return null; if (request.CodeVerifier is null) return false; return {{Matches}}; } bool Redeem(Grant grant, TokenRequest request) => Check(grant, request) == true;""")]
    // A missing text has no octets.
    [InlineData("""bool Redeem(Grant grant, TokenRequest request) { if (grant.CodeChallenge == null) return false; if (request.CodeVerifier == "" || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(request.CodeVerifier!)), Encoding.ASCII.GetBytes(grant.CodeChallenge))) return false; return true; }""")]
    public Task Refusal(string members) => PkceTest.VerifyAsync(ServerProgram.With(members));

    /// <summary>What says nothing of PKCE by itself belongs to those who call it.</summary>
    [Theory]
    [InlineData("static bool Same(string? a, string? b) { if ({|PKCE4004:a == null|}) return true; if (b == null) return false; return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(a)), Encoding.ASCII.GetBytes(b)); }")]
    [InlineData("static bool Same(string? a, string? b) { if (a == null || b == null) return false; return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(a)), Encoding.ASCII.GetBytes(b)); }")]
    public Task Helper_whose_names_say_nothing(string helper) => PkceTest.VerifyAsync(ServerProgram.With($$"""
        {{helper}}

        string Redeem(Grant grant, TokenRequest request) => Same(request.CodeVerifier, grant.CodeChallenge) ? "token" : "invalid_grant";
        """));

    [Theory]
    [InlineData("[Method.Plain] = (v, c) => Same(v, c),", "{|PKCE4002:check(codeVerifier, code.CodeChallenge)|}")]
    [InlineData("", "check(codeVerifier, code.CodeChallenge)")]
    public Task Table_of_functions(string plain, string check) => PkceTest.VerifyAsync(ServerProgram.With($$"""
        enum Method { Plain, S256 }

        class Code { public string? CodeChallenge; public Method CodeChallengeMethod; }

        static bool Same(string a, string b) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(a), Encoding.ASCII.GetBytes(b));

        static readonly Dictionary<Method, Func<string, string, bool>> Checks = new()
        {
            [Method.S256] = (v, c) => Same(Hash(v), c),
            {{plain}}
        };

        bool Redeem(Code code, string? codeVerifier) =>
            codeVerifier != null && code.CodeChallenge != null && Checks.TryGetValue(code.CodeChallengeMethod, out var check) && {{check}};
        """));

    [Theory]
    [InlineData("""{|PKCE4002:{ "S256", "plain" }|}""")]
    [InlineData("""{ "S256" }""")]
    public Task List_of_methods_that_stands_elsewhere(string list) => PkceTest.VerifyAsync(ServerProgram.With($$"""
        static readonly string[] Supported = {{list}};

        string Authorize(string codeChallenge, string codeChallengeMethod) => Supported.Contains(codeChallengeMethod) ? "code" : "invalid_request";
        """));

    /// <summary>The caller decides by the kind of client, in words that say nothing of challenges.</summary>
    [Theory]
    [InlineData("if ({|PKCE4004:client.IsPublic|})")]
    [InlineData("")]
    public Task Check_in_another_method(string condition) => PkceTest.VerifyAsync(ServerProgram.With($$"""
        string Redeem(Client client, Grant grant, string? codeVerifier)
        {
            {{condition}}
                Verify(grant, codeVerifier);
            return "token";
        }

        static void Verify(Grant grant, string? codeVerifier)
        {
            if (grant.CodeChallenge is null || codeVerifier is null || !VerifyPkce(codeVerifier, grant.CodeChallenge))
                throw new InvalidOperationException("invalid_grant");
        }
        """));
}
