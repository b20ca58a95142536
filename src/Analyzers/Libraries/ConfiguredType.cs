namespace PkceAnalyzers.Libraries;

/// <summary>A type by whose instances a library is configured: a client's options, a server's registration of a client.</summary>
/// <param name="Library">The library's name in <c>docs/libraries.md</c>.</param>
/// <param name="Names">Full names of the type, and of others that have the same members with the same meaning.</param>
/// <param name="Settings">The rows, the gravest first.</param>
sealed record ConfiguredType(string Library, string[] Names, Setting[] Settings)
{
    public Side Side { get; init; }

    /// <summary>Packages that bring the type, the one whose version decides first.</summary>
    public string[] Packages { get; init; } = [];

    /// <summary>Methods that make an instance and hand it to a lambda; by their names alone they are known where they do not
    /// resolve.</summary>
    public string[] Registrations { get; init; } = [];

    /// <summary>A part of the name of the type that registration methods are called on.</summary>
    public string Receiver { get; init; } = "";

    /// <summary>Whether the package's major version follows that of the framework it is built for, so that no newer one fits an older
    /// framework.</summary>
    public bool FollowsFramework { get; init; }

    /// <summary>A version of the library, and the framework that it and all later ones need at least.</summary>
    public (Version Library, Version Framework)? Floor { get; init; }

    /// <summary>Whether another library has a registration method of the same name, so that its package must be known to be
    /// there.</summary>
    public bool NeedsPackage { get; init; }

    /// <summary>Members of which the library needs one: a registration that writes none is completed by code that is not seen.</summary>
    public string[] Needs { get; init; } = [];

    /// <summary>Where the grants are told; null: the library knows the code grant only.</summary>
    public GrantMember? Grant { get; init; }
}
