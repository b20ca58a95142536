namespace PkceAnalyzers.Settings;

enum RegistrationKind
{
    /// <summary>An expression creates it.</summary>
    Created,

    /// <summary>A library's method creates it and hands it to a lambda.</summary>
    Registered,

    /// <summary>Whatever objects of its type there are, or those of one name.</summary>
    Shared,

    /// <summary>It comes from elsewhere in the program.</summary>
    HandedIn,

    /// <summary>Each instance of a type of the program that derives from the library's.</summary>
    Derived,
}
