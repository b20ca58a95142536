namespace PkceAnalyzers.Libraries;

/// <summary>One row: what a member of a configured type, at some values and in some versions, means for PKCE.</summary>
/// <param name="Member">The member's name; a path (<c>ProviderOptions.ResponseType</c>) for a member of a member; with <c>()</c> a
/// method.</param>
/// <param name="Condition">The values.</param>
sealed record Setting(string Member, SettingEffect Effect, ValueCondition Condition)
{
    /// <summary>The row holds for versions of the library before this one.</summary>
    public Version? Before { get; init; }

    /// <summary>The row holds for versions of the library from this one on.</summary>
    public Version? From { get; init; }

    /// <summary>For a row that asks what is not written: members one of which must be written, or methods that must be called, for it to
    /// matter; the finding is shown there.</summary>
    public string[] Given { get; init; } = [];

    /// <summary>Whether the finding is shown where the object is made after all.</summary>
    public bool AtCreation { get; init; }

    /// <summary>Other members, or methods, that do what the member does.</summary>
    public string[] Instead { get; init; } = [];

    /// <summary>Names that are written together in some file when the client uses the code grant; none: it always does.</summary>
    public string[][] Evidence { get; init; } = [];

    /// <summary>Names that, used anywhere in the program, make the finding mere advice.</summary>
    public string[] AdviceIf { get; init; } = [];

    /// <summary>Names one of which must be used somewhere in the program for the finding to be more than advice.</summary>
    public string[] AdviceUnless { get; init; } = [];

    /// <summary>Words, in lower case, of which the program holds none: where it does, it makes up by hand for what the library
    /// lacks.</summary>
    public string[] Unless { get; init; } = [];

    /// <summary>The grants of which the client must have one; null: any client.</summary>
    public Grants? Of { get; init; }

    /// <summary>Whether its repair makes a server refuse clients that send no PKCE.</summary>
    public bool RefusesOthers => Effect == SettingEffect.NotRequired;

    /// <summary>Whether its repair would break the login of a client with these grants: the hybrid flow's client sends no PKCE, and a
    /// server that requires it turns it away.</summary>
    public bool BreaksTheLoginOf(Grants? grants) => RefusesOthers && grants?.HasFlag(Grants.Hybrid) == true;

    /// <summary>The value to write, as C# (in a settings file as JSON); null where no value of the member repairs it.</summary>
    public string? Repair { get; init; }

    /// <summary>The call that repairs it, made on the same object as one of <see cref="Given"/>; null where none does.</summary>
    public string? RepairCall { get; init; }

    /// <summary>What the library's own words for it are, in a message; null where the member and its value say it.</summary>
    public string? Message { get; init; }

    /// <summary>What to do, as the end of a message; null where it is to write <see cref="Repair"/>.</summary>
    public string? Advice { get; init; }
}
