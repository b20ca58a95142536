using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Testing.Model;

namespace PkceAnalyzers.Testing;

/// <summary>Takes the programs out of tests: while it records, a test hands over what it would analyse.</summary>
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

    internal static async Task AddAsync(SolutionState state, Func<SolutionState, Task<Project>> create)
    {
        if (state.ExpectedDiagnostics.Count > 0)
            Programs.Value!.Add((await create(state)).Solution);
    }
}
