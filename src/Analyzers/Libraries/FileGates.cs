using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Libraries;

/// <summary>The words of which a file must hold one to matter at all.</summary>
static class FileGates
{
    /// <summary>Words of a C# file.</summary>
    public static readonly TriggerWords OfCode = new([
        .. TriggerWords.Parameters,
        "pkce",
        "oauth",
        "openid",
        "verifier",
        "identityserver",
        "clientid",
        .. LibraryRegistry.All.SelectMany(library => library.Words),
    ]);

    /// <summary>Words of a settings file.</summary>
    public static readonly TriggerWords OfSettingsFiles = new(BoundSection.Triggers);

    /// <summary>Words of a Razor file's markup.</summary>
    public static readonly TriggerWords OfMarkup = new([WireNames.ResponseType]);
}
