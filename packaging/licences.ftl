<#list dependencyMap as e>
<#assign project = e.getKey()/>
<#assign licenses = e.getValue()/>
${(project.name!project.artifactId)?trim}|${project.groupId}:${project.artifactId}|${project.version}|<#list licenses as license>${license}<#sep>, </#list>|${project.url!""}
</#list>
Feather icons|feathericons:feather|4.29|MIT|https://feathericons.com
GCC runtime (libgomp, libgfortran, libquadmath, libgcc)|gcc:runtime|7.5|GPL-3.0 with GCC runtime library exception|https://gcc.gnu.org
MNIST|data:mnist|1998|CC-BY-SA-3.0|data/README.md
oneDNN and FlatBuffers, inside the ND4J library|intel:onednn|2|Apache-2.0|https://github.com/oneapi-src/oneDNN
OpenBLAS|openblas:openblas|0.3.19|BSD-3-Clause|https://www.openblas.net
OpenJDK, in the installed program|openjdk:runtime|17 or later|GPL-2.0-with-classpath-exception|https://openjdk.org
SQLite|sqlite:sqlite|3.50.3|Public domain|https://sqlite.org
