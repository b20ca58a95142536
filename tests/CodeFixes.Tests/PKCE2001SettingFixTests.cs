using Xunit;

namespace PkceAnalyzers.CodeFixes.Tests;

public sealed class PKCE2001SettingFixTests
{
    [Fact]
    public Task Value_is_replaced_and_nothing_else() => new SettingTest
    {
        Code = """
            class Options { public bool UsePkce { get; set; } }

            class App
            {
                const bool Off = false;

                object[] All() =>
                [
                    new Options { UsePkce = {|setting:false|} }, // the provider cannot
                    new Options
                    {
                        UsePkce /* why? */ = {|setting:Off|},
                    },
                ];
            }
            """,
        FixedCode = """
            class Options { public bool UsePkce { get; set; } }

            class App
            {
                const bool Off = false;

                object[] All() =>
                [
                    new Options { UsePkce = true }, // the provider cannot
                    new Options
                    {
                        UsePkce /* why? */ = true,
                    },
                ];
            }
            """,
    }.RunAsync();
}
