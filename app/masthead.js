const paint = () => { element.querySelector(".collection-line").textContent = props.value ?? ""; };
paint();
watch("value", paint);
