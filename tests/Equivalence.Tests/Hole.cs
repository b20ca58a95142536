namespace PkceAnalyzers.Equivalence.Tests;

/// <summary>Prints programs whose findings a rewrite has changed.</summary>
static class Hole
{
    public static async Task WriteAsync(IEnumerable<Trial> trials, TextWriter output)
    {
        foreach (var trial in trials.Where(trial => trial.Lost.Count + trial.Added.Count > 0))
        {
            output.WriteLine($"===== {trial.Program}: {trial.Rewrite.Name}: lost {string.Join(", ", trial.Lost)}; added {string.Join(", ", trial.Added)}");
            foreach (var document in trial.Solution.Projects.SelectMany(project => project.Documents))
                output.WriteLine($"--- {document.FilePath}\n{await document.GetTextAsync()}");
        }
    }
}
