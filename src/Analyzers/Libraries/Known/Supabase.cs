namespace PkceAnalyzers.Libraries.Known;

/// <summary>Supabase's client for its authorization server: logins by other providers.</summary>
static class Supabase
{
    const string Advice = "write FlowType = OAuthFlowType.PKCE, and redeem the code with ExchangeCodeForSession";

    static readonly ConfiguredType[] Types =
    [
        new(
            "Supabase Auth",
            ["Supabase.Gotrue.SignInOptions"],
            [
                new("FlowType", SettingEffect.Off, ValueCondition.Is("Implicit")) { Advice = Advice },
                new("FlowType", SettingEffect.OffByDefault, ValueCondition.Unset) { Advice = Advice },
            ]
        )
        {
            Packages = ["Supabase.Gotrue", "gotrue-csharp", "Supabase", "supabase-csharp"],
        },
    ];

    public static readonly Library Library = new()
    {
        Keywords = ["gotrue", "supabase"],
        Types = Types,
        Page = [("Supabase Auth", "`FlowType`: off with `Implicit`, and by default")],
    };
}
