namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Further projects by name; one that is asked for comes into being.</summary>
public class ProjectCollection(string defaultLanguage, string defaultExtension) : Dictionary<string, ProjectState>
{
    public new ProjectState this[string projectName]
    {
        get
        {
            if (!TryGetValue(projectName, out var project))
                Add(projectName, project = new ProjectState(projectName, defaultLanguage, $"/{projectName}/Test", defaultExtension));
            return project;
        }
    }
}
