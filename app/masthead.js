const paint = () => { element.querySelector(".collection-line").textContent = props.value ?? ""; };
paint();
watch("value", paint);

document.addEventListener("click", (event) => { // on a narrow screen the tabs scroll sideways
  event.target.closest("#tabs [role=tab]")?.scrollIntoView({ block: "nearest", inline: "center", behavior: smoothly() });
});
