namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Takes the programs out of tests: while it records, a test hands over what it would analyse. Not in the packages.</summary>
public static class ProgramRecorder
{
    static readonly AsyncLocal<List<Solution>?> Programs = new();

    internal static bool IsRecording => Programs.Value is not null;

    /// <summary>The programs of <paramref name="test"/> in which it expects diagnostics.</summary>
    public static async Task<IReadOnlyList<Solution>> RecordAsync(Func<Task> test)
    {
        var programs = new List<Solution>();
        Programs.Value = programs;
        await test();
        return programs;
    }

    internal static void Add(Solution program) => Programs.Value!.Add(program);
}
