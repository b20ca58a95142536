namespace PkceAnalyzers.Catalog;

/// <summary>One row: what a member of a configured type, at some values and in some versions, means for PKCE.</summary>
/// <param name="Member">The member's name; a path (<c>ProviderOptions.ResponseType</c>) for a member of a member.</param>
/// <param name="When">The values.</param>
sealed record Setting(string Member, Fact Fact, When When)
{
    /// <summary>The row holds for versions of the library before this one.</summary>
    public Version? Before { get; init; }

    /// <summary>The grants of which the client must have one; null: any client.</summary>
    public Grants? Of { get; init; }

    /// <summary>The value to write, as C#; null where no value of the member repairs it.</summary>
    public string? Repair { get; init; }

    /// <summary>What to do, as the end of a message.</summary>
    public string Advice { get => field ?? $"write {Member} = {Repair}"; init; }
}
