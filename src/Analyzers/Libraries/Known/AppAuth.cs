namespace PkceAnalyzers.Libraries.Known;

/// <summary>AppAuth for Android, as it is bound for .NET.</summary>
static class AppAuth
{
    static readonly CallFact[] Calls =
    [
        new(
            "AppAuth for Android",
            "SetCodeVerifier",
            ["OpenId.AppAuth.Builder", "OpenId.AppAuth.AuthorizationRequest.Builder"],
            SettingEffect.Off
        )
        {
            Argument = new(null, 0, ""),
            Message = "SetCodeVerifier(null)",
            Advice = "leave the call out: the builder makes a verifier by itself",
        },
    ];

    public static readonly Library Library = new() { Calls = Calls };
}
