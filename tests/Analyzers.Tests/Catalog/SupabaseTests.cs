using Microsoft.CodeAnalysis;
using PkceAnalyzers.Tests.Libraries;
using Xunit;

namespace PkceAnalyzers.Tests.Catalog;

/// <summary>PKCE2001 and PKCE2002 for logins by Supabase Auth.</summary>
public sealed class SupabaseTests
{
    static MetadataReference Gotrue => Library.Compile("Supabase.Gotrue", "6.0.0.0", """
        namespace Supabase.Gotrue
        {
            public static class Constants
            {
                public enum OAuthFlowType { Implicit, PKCE }
            }

            public class SignInOptions
            {
                public string? RedirectTo { get; set; }
                public Constants.OAuthFlowType FlowType { get; set; }
            }
        }
        """);

    [Theory]
    [InlineData("new {|PKCE2002:SignInOptions|} { RedirectTo = \"https://app.example/\" }")]
    [InlineData("new SignInOptions { {|PKCE2001:FlowType = Constants.OAuthFlowType.Implicit|} }")]
    [InlineData("new SignInOptions { FlowType = Constants.OAuthFlowType.PKCE }")]
    public Task Flow_is_judged(string options) => PkceTest.VerifyWithAsync(Gotrue, $$"""
        using Supabase.Gotrue;

        class Login
        {
            object Options() => {{options}};
        }
        """);

    [Fact]
    public Task A_flow_that_is_set_later_is_none_by_default() => PkceTest.VerifyWithAsync(Gotrue, """
        using Supabase.Gotrue;

        class Login
        {
            SignInOptions Options()
            {
                var options = new SignInOptions();
                options.FlowType = Constants.OAuthFlowType.PKCE;
                return options;
            }
        }
        """);
}
