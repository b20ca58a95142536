namespace PkceAnalyzers.Libraries.Known;

/// <summary>ABP's modules on top of OpenIddict: they set up a server with every flow that requires no PKCE, and seed applications without
/// the requirement.</summary>
static class AbpOpenIddict
{
    /// <summary>Modules one of which a host depends on, the nearest to it first.</summary>
    public static readonly string[] Modules =
    [
        "Volo.Abp.Account.Web.AbpAccountWebOpenIddictModule",
        "Volo.Abp.Account.Public.Web.AbpAccountPublicWebOpenIddictModule",
        "Volo.Abp.OpenIddict.AbpOpenIddictAspNetCoreModule",
    ];

    public const string Seeder = "Volo.Abp.OpenIddict.OpenIddictDataSeedContributorBase";
    public const string SeedMethod = "CreateOrUpdateApplicationAsync";

    /// <summary>The parameter of <see cref="SeedMethod"/> that tells the grants.</summary>
    public static readonly (string Name, int Position) SeedGrants = ("grantTypes", 6);

    public static readonly ConfiguredType Type = new("ABP OpenIddict module", [.. Modules, Seeder], []) { Side = Side.Server };

    public static readonly Setting Server = new("RequireProofKeyForCodeExchange()", SettingEffect.NotRequired, ValueCondition.Unset)
    {
        AdviceIf = ["ProofKeyForCodeExchange"],
        Message = "ABP's module allows the code flow without it",
        Advice = "write PreConfigure<OpenIddictServerBuilder>(builder => builder.RequireProofKeyForCodeExchange())",
    };

    public static readonly Setting Application = new(SeedMethod, SettingEffect.NotRequired, ValueCondition.Written)
    {
        Message = "ABP's seeder cannot write the requirement",
        Advice = "call RequireProofKeyForCodeExchange() on the server, or create an AbpApplicationDescriptor with Requirements",
    };
}
