namespace PkceAnalyzers.Libraries.Known;

/// <summary>SimpleIdServer.</summary>
static class SimpleIdServer
{
    static readonly ConfiguredType[] Types =
    [
        new(
            "SimpleIdServer",
            ["SimpleIdServer.IdServer.Options.IdServerHostOptions"],
            [
                new("DefaultCodeChallengeMethod", SettingEffect.AllowsPlain, ValueCondition.Is("plain")) { Repair = "\"S256\"" },
                new("DefaultCodeChallengeMethod", SettingEffect.AllowsPlain, ValueCondition.Unset) { Repair = "\"S256\"", AdviceIf = [""] },
            ]
        )
        {
            Side = Side.Server,
            Packages = ["SimpleIdServer.IdServer"],
            Registrations = ["AddSIDIdentityServer"],
        },
    ];

    public static readonly Library Library = new()
    {
        Types = Types,
        Page = [("SimpleIdServer", "`DefaultCodeChallengeMethod`: takes plain when `\"plain\"`, and by default (info)")],
    };
}
